import { apiQuestions } from '../../../notices/index.ts';
import { eachYear, jsonOf } from '../_years.ts';

export const getStaticPaths = eachYear;
export const GET = jsonOf(apiQuestions);

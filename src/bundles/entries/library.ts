/** The calculator and the data of every notice held, as one module for other people's pages and programs. */

export { calendar, notices } from 'virtual:data';
export * from '../../calculator/index.ts';

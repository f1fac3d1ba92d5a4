/** What the site is called, and what it is. */
export const title = '浙江工程师职称申报指南';
export const description =
  '浙江省工业和信息化领域工程师、助理工程师职称申报的独立指南：能不能申报，材料怎么备，时间怎么排。';

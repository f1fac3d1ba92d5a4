/** What is read as one and stands on one line: the number of a document, a telephone, a date, an amount with its unit. */
export const WHOLE =
  '〔\\d{4}〕\\s?\\d+\\s?号|0\\d{2,3}-\\d{7,8}|(?:\\d{4} ?年 ?)?\\d+ ?月 ?\\d+ ?日|\\d{4}-\\d\\d-\\d\\d|\\d[\\d.,–-]* (?:年度|\\p{Script=Han})';

/** A shorter text takes one line, or stands where there is room for little more than a word. */
export const SHORT = 8;

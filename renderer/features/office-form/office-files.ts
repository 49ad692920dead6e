/** Accepted file types of a form. */
export const officeFiles =
  '.docx,.dotx,.xlsx,.xltx,application/vnd.openxmlformats-officedocument.wordprocessingml.document,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What a file field takes for a form. */
export const officeFiles =
  '.docx,.dotx,.xlsx,.xltx,application/vnd.openxmlformats-officedocument.wordprocessingml.document,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

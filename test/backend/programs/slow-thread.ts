import { answerQuestions } from '../../../electron/backend/long-lived-thread.ts'

/** Twice the number; a number below 0 never ends. */
answerQuestions((number: number) => {
  while (number < 0);
  return number * 2
})

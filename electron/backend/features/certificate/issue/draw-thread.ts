// The thread that draws certificates and statements: facts in, bytes out. A class takes a third of a second, the first one half a second more.
import { answerQuestions } from '../../../standing-thread.ts'
import type { DrawQuestion } from './draw-beside.ts'
import { drawPapers } from './draw-certificate-papers.ts'

answerQuestions(({ kind, requests, look, together }: DrawQuestion) => {
  const groups = together ? [requests] : requests.map(request => [request])
  const answer = groups.map(group => Uint8Array.from(drawPapers(kind, group, look).bytes))
  return { answer, transfer: answer.map(bytes => bytes.buffer) }
})

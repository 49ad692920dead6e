// The thread that draws papers and writes workbooks: facts in, bytes out. A class takes a third of a second, the first paper half a second more.
import type { DrawQuestion } from './draw-on-thread.ts'
import { drawingJobs } from './drawing-jobs.ts'
import { answerQuestions } from './long-lived-thread.ts'

answerQuestions(({ job, facts }: DrawQuestion, report) => drawingJobs[job](facts as never, report))

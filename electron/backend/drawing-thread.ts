// The thread that draws papers and writes workbooks: facts in, bytes out. A class takes a third of a second, the first paper half a second more.
import type { DrawJob, DrawQuestion } from './draw-beside.ts'
import { drawGroups } from './features/certificate/issue/draw-certificate-papers.ts'
import { drawLetterPreview } from './features/letter/draw-letter-preview.ts'
import { fillForm } from './features/office-form/fill-form.ts'
import { drawOpenPaper } from './features/paper/draw-open-paper.ts'
import { drawRegistrationPaper } from './features/registration/draw-registration-paper.ts'
import { writeReport } from './features/report/file/write-report.ts'
import { answerQuestions } from './standing-thread.ts'

const jobs: Record<DrawJob, (facts: never) => unknown> = {
  certificates: drawGroups,
  'open-paper': drawOpenPaper,
  'letter-preview': drawLetterPreview,
  'registration-paper': drawRegistrationPaper,
  'office-form': fillForm,
  report: writeReport,
}

answerQuestions(({ job, facts }: DrawQuestion) => jobs[job](facts as never))

import type { PaperSize } from '../../shared/features/centre/centre.ts'
import type { PlainDate } from '../../shared/kernel/plain-date.ts'
import { readTableFile, writeTableFile } from './features/calendar/convert-table-file.ts'
import { drawGroups } from './features/certificate/issue/draw-certificate-papers.ts'
import { stampPages } from './features/certificate/register/stamp-pages.ts'
import { drawCertificates } from './features/certificate-design/documents/certificate.ts'
import { drawNameSample } from './features/certificate-design/documents/name-sample.ts'
import { drawTestSheet } from './features/certificate-design/documents/test-sheet.ts'
import { drawRecoverySheet } from './features/computer/documents/recovery-sheet.ts'
import { drawBreachNotice } from './features/history/documents/breach-notice.ts'
import type { TableQuestion } from './features/import/import-table.ts'
import { readTable } from './features/import/read-table.ts'
import { drawRecertificationLetter } from './features/instructor/documents/recertification-letter.ts'
import { drawLetterPreview } from './features/letter/draw-letter-preview.ts'
import { checkForm } from './features/office-form/check-form.ts'
import { fillForm } from './features/office-form/fill-form.ts'
import { drawOpenPaper } from './features/paper/draw-open-paper.ts'
import { choosePages } from './features/print/choose-pages.ts'
import { drawPrinterTest } from './features/print/documents/printer-test.ts'
import { drawRegistrationPaper } from './features/registration/draw-registration-paper.ts'
import { writeReport } from './features/report/file/write-report.ts'
import { drawPersonFile } from './features/rights/documents/person-file.ts'
import { writeList } from './files/list-workbook.ts'
import { zipFiles } from './files/zip-files.ts'
import type { DrawnPaper } from './pdf/sheet.ts'
import { Work } from './running-work.ts'

/**
 * All that draws a paper or reads and writes a workbook, by name: plain facts in, plain data out. Only this file imports it; what answers
 * asks by `drawOnThread`, so that it never loads a writer.
 */
export const drawingJobs = {
  'breach-notice': paper(drawBreachNotice),
  certificates: drawGroups,
  'check-form': checkForm,
  /** A certificate by a design that may not be saved yet, or on printed blanks. */
  design: ({ requests, options }: CertificateRun) => plain(drawCertificates(requests, options)),
  'import-table': (question: TableQuestion) => readTable(question, new Work(beginning, { code: 'import_cancelled' })),
  'letter-preview': drawLetterPreview,
  list: writeList,
  'office-form': fillForm,
  'name-sample': (sample: Parameters<typeof drawNameSample>[0]) => plain(drawNameSample(sample)),
  'open-paper': drawOpenPaper,
  'person-file': paper(drawPersonFile),
  'print-pages': choosePages,
  'printer-test': ({ size, printer, today }: PrinterPage) => plain(drawPrinterTest(size, printer, today)),
  'read-calendar': readTableFile,
  'recertification-letter': paper(drawRecertificationLetter),
  'recovery-sheet': (facts: Parameters<typeof drawRecoverySheet>[0]) => plain(drawRecoverySheet(facts)),
  'registration-paper': drawRegistrationPaper,
  report: writeReport,
  stamp: stampPages,
  'test-sheet': ({ printer, shift, today }: ShiftedSheet) => plain(drawTestSheet(printer, shift, today)),
  'write-calendar': writeTableFile,
  zip: zipFiles,
}

const beginning = { done: 0, total: null } as const

type CertificateRun = {
  requests: Parameters<typeof drawCertificates>[0]
  options: Parameters<typeof drawCertificates>[1]
}
type PrinterPage = { size: PaperSize; printer: string; today: PlainDate }
type ShiftedSheet = { printer: string; shift: { x: number; y: number }; today: PlainDate }

/** A document of facts and a size, as bytes and warnings alone. */
function paper<Facts>(draw: (facts: Facts, size: PaperSize) => DrawnPaper) {
  return ({ facts, size }: { facts: Facts; size: PaperSize }) => plain(draw(facts, size))
}

function plain({ bytes, warnings }: DrawnPaper): { bytes: Uint8Array<ArrayBuffer>; warnings: string[] } {
  return { bytes: Uint8Array.from(bytes), warnings }
}

export type DrawingJobs = typeof drawingJobs

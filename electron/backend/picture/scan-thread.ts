// The thread in which scans are read: a page takes a second of work, and the window must stay responsive.
import { parentPort } from 'node:worker_threads'
import { openPages, type PicturePages } from './picture-pages.ts'
import type { Raster } from './raster.ts'
import type { FoundQrCode } from './read-qr.ts'
import { lookForCodes, takePage } from './scan-look.ts'
import type { ScanAnswer, ScanAnswers, ScanQuestion } from './scan-messages.ts'

let pages: PicturePages | null = null
let page: { raster: Raster; codes: FoundQrCode[] } | null = null

parentPort?.on('message', async (question: ScanQuestion) => {
  parentPort?.postMessage(await answerTo(question))
})

async function answerTo(question: ScanQuestion): Promise<ScanAnswer> {
  try {
    return { ok: true, answer: await workOn(question) }
  } catch (error) {
    return { ok: false, message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

async function workOn(question: ScanQuestion): Promise<ScanAnswers[ScanQuestion['kind']]> {
  switch (question.kind) {
    case 'open':
      pages = await openPages(question.bytes)
      return pages && { pages: pages.count }
    case 'look': {
      const raster = (await pages?.page(question.page)) ?? null
      page = raster && { raster, codes: await lookForCodes(raster) }
      return page && { codes: page.codes.map(code => code.text) }
    }
    case 'take': {
      if (!page) throw new Error('no page was looked at')
      const code = page.codes.find(({ text }) => text === question.code) ?? null
      return takePage(page.raster, code, question.forms)
    }
  }
}

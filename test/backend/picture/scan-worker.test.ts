import { expect, test } from 'vitest'
import { ScanWorker } from '../../../electron/backend/picture/scan-worker.ts'

const question = { kind: 'open', bytes: new Uint8Array(10) } as const
const tooLong = { data: { code: 'file_takes_too_long' } }

test('a file whose pages need too much time or memory is refused with a message', async () => {
  const limits = { secondsAQuestion: 40, secondsAFile: 600, megabytes: 512 }
  const late = new ScanWorker({ ...limits, secondsAFile: 0 })
  await expect(late.ask(question)).rejects.toMatchObject(tooLong)
  await late.close()
  const greedy = new ScanWorker({ ...limits, megabytes: 5 })
  await expect(greedy.ask(question)).rejects.toMatchObject(tooLong)
  await greedy.close()
  const usual = new ScanWorker()
  expect(await usual.ask(question)).toBeNull()
  await usual.close()
})

import { expect, test } from 'vitest'
import { askThread } from '../../../electron/backend/files/limited-thread.ts'

const endless = new URL('../programs/endless-thread.ts', import.meta.url)
const ask = (what: 'time' | 'memory', seconds: number, check = () => {}) =>
  askThread(endless, what, { seconds, megabytes: 40, onProgress: () => {}, check })

test('a thread ends at its time limit', async () => {
  await expect(ask('time', 0.5)).rejects.toMatchObject({ data: { code: 'file_takes_too_long' } })
})

test('a thread that uses up its memory ends, and the program goes on', async () => {
  await expect(ask('memory', 60)).rejects.toMatchObject({ data: { code: 'file_takes_too_long' } })
})

test('cancelling ends the thread', async () => {
  const stopped = new Error('stopped')
  const check = () => {
    throw stopped
  }
  await expect(ask('time', 60, check)).rejects.toBe(stopped)
})

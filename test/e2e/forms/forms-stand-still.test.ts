import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { busyOffice, officeDay } from '../../heavy/clerk/form-centres.ts'
import { forms } from '../../heavy/clerk/forms.ts'
import { openForm } from '../../heavy/clerk/open-form.ts'
import { type Program, startProgram } from '../program.ts'
import { movedByRefusal, movedControls } from '../still-form.ts'

/** The forms used most; test/heavy/clerk/forms-stand-still.test.ts takes all. */
const most = [
  'peserta baru',
  'angkatan baru',
  'keterangan kelas',
  'sertifikat BNSP',
  'kegiatan baru',
  'tanggal merah',
  'seleksi baru',
  'penanda tangan',
  'jam mengajar',
]

const folder = mkdtempSync(join(tmpdir(), 'balai-e2e-'))
const dataFolder = join(folder, 'data')
let program: Program
beforeAll(async () => {
  await busyOffice(dataFolder)
  program = await startProgram(officeDay, { dataFolder })
})
afterAll(async () => {
  await program?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Dialogs in the middle of the window that refuse to end as they open. */
const refusing = ['kelas kegiatan', 'pindah kelas', 'cetak beberapa']

it.each(refusing)('nothing moves when a dialog says why it refuses: %s', async name => {
  const form = forms.find(one => one.name === name)
  if (!form) throw new Error(`no form “${name}”`)
  await openForm(program.page, form)
  const moved = await movedByRefusal(program.page)
  expect(moved, moved.join('\n')).toEqual([])
})

it.each(most)('nothing moves under a wrong field of: %s', async name => {
  const form = forms.find(one => one.name === name)
  if (!form) throw new Error(`no form “${name}”`)
  await openForm(program.page, form)
  const moved = await movedControls(program.page)
  expect(moved, moved.join('\n')).toEqual([])
})

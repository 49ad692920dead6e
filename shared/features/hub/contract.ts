import { z } from 'zod'
import { line, nothing } from '../../kernel/schema.ts'
import { command, output, query, task } from '../../operation.ts'
import { checkNik } from '../trainee/nik/nik.ts'
import { type Notice, noticeAnswerDraft, type TrainedElsewhere } from './notice.ts'
import type { Trouble } from './trouble.ts'

type HubStatus = {
  /** False in a host that cannot speak to other machines. */
  possible: boolean
  link: {
    address: string
    hubName: string
    fingerprint: string
    joinedAt: string
    joinedBy: string
    /** More than 1 when the data went back to an older snapshot and was sent anew. */
    epoch: number
  } | null
  sent: number
  waiting: number
  /** Parts of the first filling that are still to be gathered. */
  gathering: number
  heardAt: string | null
  trouble: Trouble | null
  /** Which key hides the NIK here; null: none, and nobody is told of people trained elsewhere. */
  provinceKey: string | null
}

export type Sent = { sent: number; waiting: number; trouble: Trouble | null }

const address = line(200, 1)
const fingerprint = z.string().regex(/^[0-9a-f]{64}$/, { error: 'Sidik terdiri dari 64 angka dan huruf a sampai f.' })

export const hubContract = {
  status: task('admin.see', 'Membaca keadaan Pusat', nothing, output<HubStatus>()),
  /** Who answers there: its name and fingerprint, to be compared with the invitation before anything is sent. */
  look: task('admin.change', 'Melihat Pusat', { address }, output<{ hub: string; fingerprint: string }>()),
  join: task('admin.change', 'Menghubungkan ke Pusat', { address, fingerprint, code: line(40, 1) }),
  leave: command('admin.change', 'Memutuskan sambungan ke Pusat', nothing),
  send: task('admin.change', 'Mengirim ke Pusat', nothing, output<Sent>()),
  /** Everything is told anew, in a new epoch. For the copy of the data that is the right one. */
  sendAgain: command('admin.change', 'Mengirim ulang semua ke Pusat', nothing),
  /** The key of the province in groups of letters, to be given to the other centres on paper; made here where there is none. */
  makeProvinceKey: task('admin.change', 'Membuat kunci provinsi', nothing, output<{ key: string; id: string }>()),
  setProvinceKey: task('admin.change', 'Memasang kunci provinsi', { key: line(120, 1) }, output<{ id: string }>()),
  /** What the hub told about applicants of selections that are still open, and what was answered. */
  notices: query('selection.see', nothing, output<Notice[]>()),
  answerNotice: command('selection.change', 'Menjawab pemberitahuan Pusat', noticeAnswerDraft),
  /** Where another centre trained this person within the years of the rules. `asked: false` where the hub could not be reached. */
  elsewhere: task(
    'trainee.see',
    'Menanyakan pelatihan di balai lain',
    { nik: z.string().refine(nik => checkNik(nik) === null, { error: 'NIK terdiri dari 16 angka.' }) },
    output<{ asked: boolean; trainings: TrainedElsewhere[] }>(),
  ),
}

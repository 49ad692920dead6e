import { z } from 'zod'
import { line, nothing } from '../../kernel/schema.ts'
import { command, output, query, task } from '../../operation.ts'
import { checkNik } from '../trainee/nik/nik.ts'
import { type Notice, noticeAnswerDraft, type TrainedElsewhere } from './notice.ts'
import type { Trouble } from './trouble.ts'

type HubStatus = {
  /** False in a host without network access. */
  possible: boolean
  link: {
    address: string
    hubName: string
    fingerprint: string
    joinedAt: string
    joinedBy: string
  } | null
  sent: number
  waiting: number
  /** Parts of the first transfer still to be collected. */
  gathering: number
  heardAt: string | null
  trouble: Trouble | null
  /** Id of the key that hides NIKs; null: none, so training elsewhere is not reported. */
  provinceKey: string | null
}

export type Sent = { sent: number; waiting: number; trouble: Trouble | null }

const address = line(200, 1)
const fingerprint = z.string().regex(/^[0-9a-f]{64}$/, { error: 'Sidik terdiri dari 64 angka dan huruf a sampai f.' })

export const hubContract = {
  status: task('admin.see', 'Membaca keadaan Pusat', nothing, output<HubStatus>()),
  /** Name and fingerprint of the server, to be compared with the invitation before anything is sent. */
  look: task('admin.change', 'Melihat Pusat', { address }, output<{ hub: string; fingerprint: string }>()),
  join: task('admin.change', 'Menghubungkan ke Pusat', { address, fingerprint, code: line(40, 1) }),
  leave: command('admin.change', 'Memutuskan sambungan ke Pusat', nothing),
  send: task('admin.change', 'Mengirim ke Pusat', nothing, output<Sent>()),
  /** Sends everything again in a new epoch, when this copy of the data is the right one. */
  sendAgain: command('admin.change', 'Mengirim ulang semua ke Pusat', nothing),
  /** The key of the province in groups of letters, to be handed to other centres on paper; made if there is none. */
  makeProvinceKey: task('admin.change', 'Membuat kunci provinsi', nothing, output<{ key: string; id: string }>()),
  setProvinceKey: task('admin.change', 'Memasang kunci provinsi', { key: line(120, 1) }, output<{ id: string }>()),
  /** Notices about applicants of open selections, with the answers. */
  notices: query('selection.see', nothing, output<Notice[]>()),
  answerNotice: command('selection.change', 'Menjawab pemberitahuan Pusat', noticeAnswerDraft),
  /** Training of this person at other centres within the years of the rules. `asked: false` if the hub could not be reached. */
  elsewhere: task(
    'trainee.see',
    'Menanyakan pelatihan di balai lain',
    { nik: z.string().refine(nik => checkNik(nik) === null, { error: 'NIK terdiri dari 16 angka.' }) },
    output<{ asked: boolean; trainings: TrainedElsewhere[] }>(),
  ),
}

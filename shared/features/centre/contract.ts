import { z } from 'zod'
import { type OfficerId, officerId } from '../../ids.ts'
import { pngSize } from '../../kernel/png-size.ts'
import { line, nothing } from '../../kernel/schema.ts'
import { type Joined, seenOf } from '../../kernel/seen.ts'
import { command, output, query, saving } from '../../operation.ts'
import { type CentreDraft, centreDraft, type OfficerDraft, officerDraft, type Rules, rulesDraft } from './centre.ts'
import { type PaperRules, paperRules } from './paper-rules.ts'

export type Officer = OfficerDraft & { id: OfficerId }
export type Centre = CentreDraft & { practice: boolean; hasLogo: boolean; logo: string | null }

/** PNGs are decoded for each paper, and a small file may contain billions of pixels. */
const mostPixels = 4_000_000
const longestSide = 5000

/** A picture as a data URL of PNG or JPEG, at most about 1 MB. */
export const pictureDataUrl = z
  .string()
  .max(1_400_000, { error: 'Gambar paling besar 1 MB.' })
  .regex(/^data:image\/(png|jpeg);base64,[A-Za-z0-9+/]+=*$/, { error: 'Gambar PNG atau JPEG.' })
  .refine(
    dataUrl => {
      const { width, height } = pngSize(dataUrl) ?? { width: 0, height: 0 }
      return width * height <= mostPixels && Math.max(width, height) <= longestSide
    },
    { error: 'Gambar terlalu lebar atau tinggi, paling besar 2.000 × 2.000 piksel. Perkecil dulu.' },
  )

export const centreContract = {
  /** First start: stores centre, signatory and first person, all or nothing. */
  setUp: command('open', 'Mengisi balai untuk pertama kali', {
    centre: centreDraft,
    logo: pictureDataUrl.nullable(),
    officer: officerDraft,
    operator: line(100, 1),
  }),
  get: query('everyone', nothing, output<{ centre: Centre; rules: Rules; officers: Officer[] }>()),
  update: command('setting.change', 'Mengubah data balai', centreDraft.extend(seenOf(centreDraft)), output<Joined>()),
  setLogo: command('setting.change', 'Mengganti logo', { logo: pictureDataUrl.nullable() }),
  updateRules: command(
    'setting.change',
    'Mengubah aturan',
    rulesDraft.safeExtend(seenOf(rulesDraft)),
    output<Joined>(),
  ),
  saveOfficer: saving('setting.change', 'Menyimpan penanda tangan', officerId, { officer: officerDraft }),
  paperRules: query('everyone', nothing, output<PaperRules>()),
  savePaperRules: command('setting.change', 'Mengubah aturan surat', paperRules),
}

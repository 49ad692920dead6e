import { type Collection, formatCollector } from '../../../../shared/features/alumni/collection.ts'
import type { CertificateHistory } from '../../../../shared/features/certificate/book-contract.ts'
import {
  verificationAnswers,
  verificationWayLabels,
} from '../../../../shared/features/certificate/verification-answers.ts'
import type { CertificateId, CopyId, SignedFileId } from '../../../../shared/ids.ts'
import { type PlainDate, shortDay } from '../../../../shared/kernel/plain-date.ts'
import { formatMoment } from '../../../ui/page/moment-format.ts'

/** The proof of an event: a copy, a returned file, another paper, or the minutes of the panel. */
export type Proof =
  | { kind: 'copy'; id: CopyId; n: number }
  | { kind: 'signed'; id: SignedFileId }
  | { kind: 'paper'; id: CertificateId; number: string }
  | { kind: 'minutes' }
  | { kind: 'collection' }

type LifeEvent = {
  key: string
  what: string
  when: string
  why: string
  who: string
  proof: Proof | null
  gone?: true
}

type Sorted = LifeEvent & { at: string }

/** All events of a paper, newest first; its issue is always last. */
export function lifeLine(paper: CertificateHistory, collection: Collection | null): LifeEvent[] {
  const { chain, copies, prints, signedFiles, revocation, id } = paper
  const at = chain.findIndex(one => one.id === id)
  const [before, after] = [chain[at - 1], chain[at + 1]]
  const own = chain[at]
  const events: Sorted[] = copies.map(copy => ({
    key: `copy ${copy.n}`,
    at: copy.madeOn,
    what: `Salinan ke-${copy.n}`,
    when: formatDay(copy.madeOn),
    why: `${copy.reason} · untuk ${copy.recipient}`,
    who: copy.by,
    proof: { kind: 'copy', id: copy.id, n: copy.n },
  }))
  for (const file of signedFiles)
    events.push({
      key: `signed ${file.id}`,
      at: file.at,
      what: 'Berkas bertanda tangan',
      when: formatMoment(file.at),
      why: file.beginsWithOurs ? file.name : `${file.name} · isinya ditulis ulang oleh program lain, bandingkan`,
      who: file.by,
      proof: { kind: 'signed', id: file.id },
    })
  for (const [how, word] of [
    ['printed', 'Dicetak'],
    ['saved', 'Disimpan'],
  ] as const) {
    const same = prints.filter(print => print.how === how && print.copy === null)
    const [last] = same
    if (!last) continue
    events.push({
      key: how,
      at: last.at,
      what: word,
      when: formatMoment(last.at),
      why: same.length === 1 ? '1 kali' : `${same.length} kali, berkas yang sama`,
      who: [...new Set(same.map(print => print.by))].join(', '),
      proof: null,
    })
  }
  for (const [index, { at, by, how, status }] of paper.verifications.entries())
    if (status !== 'valid')
      events.push({
        key: `verified ${index}`,
        at,
        what: `Diperiksa: ${verificationAnswers[status].title.toLowerCase()}`,
        when: formatMoment(at),
        why:
          status === 'tampered'
            ? `${verificationWayLabels[how]} bernomor ini bukan buatan balai`
            : `menurut ${verificationWayLabels[how]}`,
        who: by,
        proof: null,
        gone: true,
      })
  if (collection)
    events.push({
      key: 'collected',
      at: collection.at,
      what: 'Diambil',
      when: formatDay(collection.collectedOn),
      why: formatCollector(collection),
      who: collection.by,
      proof: { kind: 'collection' },
    })
  if (after)
    events.push({
      key: 'superseded',
      at: `${after.issuedOn}T99`,
      what: 'Diganti',
      when: formatDay(after.issuedOn),
      why: `${after.reason} · ${after.name}`,
      who: after.number,
      proof: { kind: 'paper', id: after.id, number: after.number },
      gone: true,
    })
  if (revocation)
    events.push({
      key: 'revoked',
      at: `${revocation.on}T99`,
      what: 'Dicabut',
      when: formatDay(revocation.on),
      why: revocation.reason,
      who: revocation.by,
      proof: null,
      gone: true,
    })
  return [
    ...events.toSorted((a, b) => b.at.localeCompare(a.at)),
    {
      key: 'issued',
      what: 'Terbit',
      when: formatMoment(paper.issuedAt),
      why: before
        ? `menggantikan ${before.number} · ${own?.reason ?? ''}`
        : paper.kind === 'certificate'
          ? 'menurut hasil sidang'
          : 'mengikuti pelatihan',
      who: paper.issuedBy,
      proof: before ? { kind: 'paper', id: before.id, number: before.number } : { kind: 'minutes' },
    },
  ]
}

/** 'sah · terakhir diperiksa 14 Agu 2026' */
export function formatLastVerification({ verifications }: CertificateHistory): string {
  const [last] = verifications
  if (!last) return 'belum pernah diperiksa'
  return `${verificationAnswers[last.status].title.toLowerCase()} · terakhir diperiksa ${formatMoment(last.at)}`
}

function formatDay(date: PlainDate): string {
  return shortDay(date, { year: true })
}

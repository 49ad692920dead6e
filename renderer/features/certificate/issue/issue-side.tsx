import { Box, Select } from '@mantine/core'
import type { IssueCandidate, IssuePreparation } from '../../../../shared/features/certificate/contract.ts'
import { type OfficerId, officerId, officerId as officerIdSchema } from '../../../../shared/ids.ts'
import { type PlainDate, shortDay, yearOf } from '../../../../shared/kernel/plain-date.ts'
import { useRemembered } from '../../../app/use-remembered.ts'
import { DateField } from '../../../ui/form/date-field.tsx'
import { field } from '../../../ui/form/field.tsx'
import { classNames } from '../../../ui/page/class-names.ts'
import layout from '../../../ui/page/layout.module.css'
import { Panel } from '../../../ui/page/panel.tsx'
import { type IssueDraft, type IssueGroups, issuable } from './issue-groups.ts'
import styles from './issue-side.module.css'
import { numberParts } from './number-span.ts'

interface IssueSideProps {
  preparation: IssuePreparation
  groups: IssueGroups
  /** Null while the typed text is not a date. */
  issuedOn: PlainDate | null
  onDraft: (change: Partial<IssueDraft>) => void
  /** The second signatory; null for one signature. */
  acknowledgerId: OfficerId | null
  onAcknowledger: (id: OfficerId | null) => void
}

/** Numbers, date and signatory of the papers to be issued, or of the issued ones. */
export function IssueSide(props: IssueSideProps) {
  const { preparation, groups, issuedOn, onDraft, ...acknowledging } = props
  const people = issuable(groups)
  if (people.length + groups.wrong.length === 0) return <Issued candidates={groups.issued} />
  const numbers = people.flatMap(person => person.number ?? [])
  const officer = preparation.officers.find(one => one.id === preparation.officerId)
  return (
    <>
      <Panel title="Nomor">
        <Numbers first={numbers[0]} last={numbers.at(-1)} />
        <p className={classNames(layout.detail, styles.note)}>
          {numbers.length === 0
            ? preparation.officerId === null
              ? 'Nomor muncul setelah penanda tangan dipilih.'
              : 'Belum ada yang siap diterbitkan.'
            : `${numbers.length} nomor berurutan menurut daftar peserta, hitungan tahun ${yearOf(preparation.issuedOn)}.`}
        </p>
      </Panel>
      <Panel label="Tanggal dan penanda tangan">
        <div className={layout.tight}>
          <DateField label="Tanggal terbit" value={issuedOn} onChange={date => onDraft({ issuedOn: date })} />
          <Select
            {...field({
              label: 'Penanda tangan',
              hint: officer?.words,
              warning: officer && !officer.valid ? 'Tidak berlaku pada tanggal itu.' : undefined,
            })}
            data={preparation.officers.map(one => ({
              value: String(one.id),
              label: one.valid ? one.words : `${one.words} (tidak berlaku)`,
            }))}
            value={preparation.officerId === null ? null : String(preparation.officerId)}
            onChange={value => value !== null && onDraft({ officerId: officerId.parse(Number(value)) })}
          />
          {preparation.kind === 'certificate' && (
            <Select
              {...field({ label: 'Mengetahui', optional: true })}
              clearable
              placeholder="Satu tanda tangan"
              data={preparation.acknowledgers
                .filter(one => one.id !== preparation.officerId)
                .map(one => ({ value: String(one.id), label: one.words }))}
              value={acknowledging.acknowledgerId === null ? null : String(acknowledging.acknowledgerId)}
              onChange={value => acknowledging.onAcknowledger(value === null ? null : officerId.parse(Number(value)))}
            />
          )}
          {preparation.printPhoto !== null && (
            <Select
              {...field({ label: 'Pas foto' })}
              data={[
                { value: 'printed', label: 'Foto dicetak' },
                { value: 'box', label: 'Kotak kosong' },
              ]}
              value={preparation.printPhoto ? 'printed' : 'box'}
              onChange={value => onDraft({ printPhoto: value === 'printed' })}
            />
          )}
        </div>
      </Panel>
    </>
  )
}

/** Dashed until they are issued: before, they are only a preview. */
function Numbers({ first, last, issued }: { first: string | undefined; last: string | undefined; issued?: true }) {
  if (!first || !last) return null
  const line = issued ? 'solid' : 'dashed'
  return (
    <ul className={styles.numbers}>
      <NumberLine number={first} other={last} line={line} />
      {first !== last && <NumberLine number={last} other={first} line={line} />}
    </ul>
  )
}

function NumberLine({ number, other, line }: { number: string; other: string; line: 'solid' | 'dashed' }) {
  const { before, own, after } = numberParts(number, other)
  return (
    <li>
      {before}
      <Box component="span" p="0 2px" bd={`1px ${line} var(--tinta-4)`} bdrs="2px" bg="var(--tinta-1)" fw={600}>
        {own}
      </Box>
      {after}
    </li>
  )
}

function Issued({ candidates }: { candidates: readonly IssueCandidate[] }) {
  const papers = candidates.flatMap(candidate => candidate.issued ?? [])
  const dates = [...new Set(papers.map(paper => paper.issuedOn))].toSorted()
  return (
    <Panel title="Sudah terbit" facts={`${papers.length} lembar`}>
      <Numbers issued first={papers[0]?.number} last={papers.at(-1)?.number} />
      <p className={classNames(layout.detail, styles.note)}>
        Tanggal terbit {dates.map(date => shortDay(date, { year: true })).join(', ')}. Isinya tidak berubah lagi: cetak
        ulang memberi berkas yang sama.
      </p>
    </Panel>
  )
}

/** The second signatory beside the head, as chosen last; null for one signature, or if that person may not sign. */
export function useAcknowledger({ kind, officerId: signer, acknowledgers }: IssuePreparation) {
  const [remembered, remember] = useRemembered<OfficerId | null>(
    'sertifikat-mengetahui',
    officerIdSchema.nullable(),
    null,
  )
  const possible = kind === 'certificate' && acknowledgers.some(one => one.id === remembered && one.id !== signer)
  return [possible ? remembered : null, remember] as const
}

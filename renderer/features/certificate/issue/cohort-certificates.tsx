import { IconPrinter } from '@tabler/icons-react'
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type {
  CertificateKind,
  IssueCandidate,
  IssueCheck,
  IssuePreparation,
} from '../../../../shared/features/certificate/contract.ts'
import type { Cohort } from '../../../../shared/features/cohort/contract.ts'
import type { OfficerId } from '../../../../shared/ids.ts'
import { longDate } from '../../../../shared/kernel/date-format.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { api } from '../../../app/client.ts'
import { QueryBoundary } from '../../../app/query-boundary.tsx'
import { useToday } from '../../../app/session.tsx'
import { useCommand } from '../../../app/use-command.ts'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { KeyHints } from '../../../ui/action/key-cap.tsx'
import { useKeys } from '../../../ui/action/use-keys.ts'
import { ConfirmDialog } from '../../../ui/dialog/confirm-dialog.tsx'
import { ErrorNote } from '../../../ui/feedback/error-note.tsx'
import { Note } from '../../../ui/feedback/note.tsx'
import { StickyBar } from '../../../ui/form/sticky-bar.tsx'
import { CollectionButton } from '../../alumni/collection/collection-button.tsx'
import { useCollections } from '../../alumni/collection/use-collections.ts'
import { CohortPage, WithCohort } from '../../cohort/detail/cohort-page.tsx'
import { CertificateDialog, type CertificatePaper } from '../certificate-dialog.tsx'
import { kindName, kindTitle } from '../kind-labels.ts'
import { certificatePath } from './certificate-path.ts'
import { CertificateSheet } from './certificate-sheet.tsx'
import styles from './cohort-certificates.module.css'
import { cohortChecks } from './cohort-checks.tsx'
import { CohortFilesButton } from './cohort-files-button.tsx'
import { type Answers, answerKey, noAnswers, openErrors, overridableCode, overridesFor } from './issue-answers.ts'
import { type IssueGroups, issuable, issueGroups } from './issue-groups.ts'
import { IssueList } from './issue-list.tsx'
import { IssueSide } from './issue-side.tsx'
import { KindSwitch } from './kind-switch.tsx'
import { NobodyEntitled } from './nobody-entitled.tsx'
import { formatSpan } from './number-span.ts'
import { OverrideDialog } from './override-dialog.tsx'
import { useAcknowledger } from './use-acknowledger.ts'
import { proposalFor, useUsualCapitals } from './use-usual-capitals.ts'

interface CohortCertificatesProps {
  code: string
  kind: CertificateKind
  /** Number on the list of the class of who is looked at. */
  position: number | undefined
}

type Chosen = { issuedOn: PlainDate | null; officerId: OfficerId | null; printPhoto: boolean | null }

/** Sertifikat: everything checked before it is printed, then issued once, then printed again as often as wanted. */
export function CohortCertificates({ code, kind, position }: CohortCertificatesProps) {
  const today = useToday()
  // What is chosen for one kind says nothing about the other.
  const [chosen, setChosen] = useState<Chosen>({ issuedOn: today, officerId: null, printPhoto: null })
  const { issuedOn, officerId, printPhoto } = chosen
  const [answers, setAnswers] = useState<Answers>(noAnswers)
  const reading = useQuery({
    ...api.certificate.prepare.queryOptions({
      input: issuedOn === null ? skipToken : { code, kind, issuedOn, officerId, printPhoto },
    }),
    placeholderData: keepPreviousData,
  })
  const title = `Terbitkan ${kindName(kind)}`
  return (
    <WithCohort code={code} tab="certificates" title={title}>
      {cohort => {
        const preparation = reading.data?.kind === kind ? reading.data : undefined
        const groups = preparation && issueGroups(preparation, answers)
        const order = groups ? [...groups.wrong, ...groups.noted, ...groups.ready, ...groups.issued] : []
        const current = order.find(one => one.position === position) ?? order[0]
        if (preparation && groups && current)
          return (
            <Issue
              {...{ cohort, preparation, groups, order, current, issuedOn, answers }}
              onAnswers={setAnswers}
              onDate={date => setChosen({ ...chosen, issuedOn: date })}
              onOfficer={id => setChosen({ ...chosen, officerId: id })}
              onPhoto={print => setChosen({ ...chosen, printPhoto: print })}
            />
          )
        return (
          <CohortPage
            cohort={cohort}
            tab="certificates"
            title={title}
            {...(cohort.progress.graduation ? { actions: <KindSwitch {...{ cohort, kind }} /> } : {})}
          >
            <QueryBoundary query={reading} rows={10}>
              {() => (preparation ? <NobodyEntitled {...{ cohort, kind }} /> : null)}
            </QueryBoundary>
          </CohortPage>
        )
      }}
    </WithCohort>
  )
}

interface IssueProps {
  cohort: Cohort
  preparation: IssuePreparation
  groups: IssueGroups
  order: readonly IssueCandidate[]
  current: IssueCandidate
  issuedOn: PlainDate | null
  answers: Answers
  onAnswers: (answers: Answers) => void
  onDate: (date: PlainDate | null) => void
  onOfficer: (id: OfficerId) => void
  onPhoto: (print: boolean) => void
}

function Issue(props: IssueProps) {
  const { cohort, preparation, groups, order, current, issuedOn, answers, onAnswers, onDate, onOfficer, onPhoto } =
    props
  const router = useRouter()
  const [asking, setAsking] = useState(false)
  const [paper, setPaper] = useState<CertificatePaper | null>(null)
  const [excepting, setExcepting] = useState<{ check: IssueCheck; person: IssueCandidate | null } | null>(null)
  const capitals = useUsualCapitals()
  const { kind, officerId, printPhoto } = preparation
  const [acknowledgerId, setAcknowledger] = useAcknowledger(preparation)
  const name = kindName(kind)
  const collected = useCollections(cohort.code, kind)
  const issue = useCommand(api.certificate.issue, { done: ({ issued }) => `${issued.length} ${name} terbit.` })
  const ready = issuable(groups)
  const open = ready.length + groups.wrong.length
  const refused = whyNotIssue(preparation, issuedOn, ready, answers)
  const at = order.indexOf(current)

  const show = (candidate: IssueCandidate) =>
    router.history.replace(certificatePath(cohort.code, kind, candidate.position))
  function step(by: 1 | -1) {
    const next = order[Math.max(0, Math.min(order.length - 1, at + by))]
    if (next) show(next)
  }
  function print() {
    if (groups.issued.length > 0) setPaper({ what: 'class', code: cohort.code, kind })
    else if (issuedOn !== null)
      setPaper({
        ...{ what: 'example', code: cohort.code, kind, issuedOn, officerId, acknowledgerId, printPhoto },
        enrolmentId: current.enrolmentId,
      })
  }
  const ask = () => refused === undefined && open > 0 && setAsking(true)
  async function action() {
    if (officerId === null || issuedOn === null) return
    const enrolmentIds = ready.map(candidate => candidate.enrolmentId)
    const overrides = overridesFor(preparation, ready, answers)
    const draft = { code: cohort.code, kind, issuedOn, officerId, acknowledgerId, printPhoto }
    if (await issue.run({ ...draft, enrolmentIds, overrides })) setAsking(false)
  }

  const place = { kind, enrolmentId: current.enrolmentId }
  const [exception] = openErrors(current.checks, place, answers).filter(overridableCode)
  const odd = order.filter(person => proposalFor(person) !== undefined)
  function answer(check: IssueCheck, person: IssueCandidate | null, reason: string | null) {
    const code = overridableCode(check)
    if (!code) return
    const next = new Map(answers)
    const key = answerKey({ kind, enrolmentId: person?.enrolmentId ?? null }, code)
    if (reason === null) next.delete(key)
    else next.set(key, reason)
    onAnswers(next)
    setExcepting(null)
  }

  useKeys([
    ...(proposalFor(current) === undefined
      ? []
      : [{ keys: 'A', label: 'ambil usul huruf besar', run: () => void capitals.run([current]) }]),
    ...(exception
      ? [
          {
            keys: 'E',
            label: 'kecualikan dengan alasan',
            run: () => setExcepting({ check: exception, person: current }),
          },
        ]
      : []),
    { keys: '→', label: 'orang berikutnya', run: () => step(1) },
    { keys: '←', label: 'orang sebelumnya', run: () => step(-1) },
    { keys: '↓', label: 'orang berikutnya', run: () => step(1) },
    { keys: '↑', label: 'orang sebelumnya', run: () => step(-1) },
    { keys: 'Ctrl P', label: groups.issued.length > 0 ? `cetak ${name} kelas` : 'cetak contoh', run: print },
    ...(open > 0 ? [{ keys: 'Ctrl Enter', label: `terbitkan ${name}`, run: () => void ask(), whileTyping: true }] : []),
  ])

  return (
    <CohortPage
      cohort={cohort}
      tab="certificates"
      title={open > 0 ? `Terbitkan ${name}` : kindTitle(kind)}
      facts={formatFact(groups, kind)}
      fixed
      sideWidth={240}
      side={
        <IssueSide
          {...{ preparation, groups, issuedOn, onDate, onOfficer, onPhoto, acknowledgerId }}
          onAcknowledger={setAcknowledger}
        />
      }
      actions={
        <>
          <KindSwitch cohort={cohort} kind={kind} />
          {groups.issued.length > 0 && (
            <CollectionButton code={cohort.code} kind={kind} currentId={current.issued?.id ?? null} />
          )}
          {groups.issued.length > 0 && <CohortFilesButton code={cohort.code} kind={kind} />}
          <ActionButton tone={open > 0 ? 'secondary' : 'primary'} icon={IconPrinter} keys="Ctrl P" onAction={print}>
            {groups.issued.length > 0 ? `Cetak ${groups.issued.length} ${name}` : 'Cetak contoh'}
          </ActionButton>
        </>
      }
      bar={
        open > 0 && (
          <StickyBar note="Setelah diterbitkan, isinya dibekukan dan nomor tidak dipakai lagi.">
            <KeyHints hints={[{ keys: ['←', '→'], text: 'orang' }]} />
            {groups.wrong.length > 0 && ready.length > 0 && (
              <ActionButton refused={refused} onAction={ask}>
                Terbitkan {ready.length} yang siap dulu
              </ActionButton>
            )}
            <ActionButton
              tone="primary"
              keys="Ctrl Enter"
              refused={refused ?? (groups.wrong.length > 0 ? formatWrong(groups) : undefined)}
              onAction={ask}
            >
              {groups.wrong.length > 0
                ? `Terbitkan ${open} · ${groups.wrong.length} perlu diperbaiki`
                : `Terbitkan ${open} ${name}`}
            </ActionButton>
          </StickyBar>
        )
      }
    >
      {((!asking && issue.error) || capitals.error) && (
        <Note tone="err" live>
          {issue.error ?? capitals.error}
        </Note>
      )}
      <div className={styles.columns}>
        <IssueList
          groups={groups}
          current={current}
          checks={cohortChecks(cohort, preparation, answers, {
            onExcept: check => setExcepting({ check, person: null }),
            onTakeBack: check => answer(check, null, null),
          })}
          kind={kind}
          answers={answers}
          collected={collected}
          onCurrent={show}
          onExcept={(check, person) => setExcepting({ check, person })}
          onTakeBack={(check, person) => answer(check, person, null)}
          onCapitals={person => void capitals.run([person])}
          onAllCapitals={odd.length > 1 ? () => void capitals.run(odd) : undefined}
        />
        {issuedOn !== null && (
          <CertificateSheet
            code={cohort.code}
            kind={kind}
            issuedOn={issuedOn}
            officerId={officerId}
            acknowledgerId={acknowledgerId}
            printPhoto={printPhoto}
            candidate={current}
            place={`${current.name} · ${at + 1} dari ${order.length}`}
            onStep={step}
            onReprint={id => setPaper({ what: 'issued', id, name: current.name })}
          />
        )}
      </div>
      {issuedOn !== null && (
        <ConfirmDialog
          opened={asking}
          title={`Terbitkan ${ready.length} ${name}, ${formatSpan(ready.flatMap(one => one.number ?? []))}, bertanggal ${longDate(issuedOn)}?`}
          action={`Terbitkan ${ready.length} ${name}`}
          tone="primary"
          onAction={action}
          onCancel={() => {
            issue.clear()
            setAsking(false)
          }}
        >
          Nomor tidak dipakai lagi dan isinya tidak dapat diubah.
          <ErrorNote error={issue.error} />
        </ConfirmDialog>
      )}
      {excepting && (
        <OverrideDialog
          check={excepting.check}
          name={excepting.person?.name ?? null}
          onAction={reason => answer(excepting.check, excepting.person, reason)}
          onCancel={() => setExcepting(null)}
        />
      )}
      {paper && <CertificateDialog paper={paper} onClose={() => setPaper(null)} />}
    </CohortPage>
  )
}

function whyNotIssue(
  { kind, checks, officerId }: IssuePreparation,
  issuedOn: PlainDate | null,
  ready: readonly IssueCandidate[],
  answers: Answers,
): string | undefined {
  if (issuedOn === null) return 'Isi tanggal terbit.'
  const errors = openErrors(checks, { kind, enrolmentId: null }, answers).map(check => check.message)
  if (errors.length > 0) return `${errors.join('. ')}.`
  if (officerId === null) return 'Pilih penanda tangan.'
  return ready.length === 0 ? 'Semua masih perlu diperbaiki.' : undefined
}

function formatWrong({ wrong }: IssueGroups): string {
  return wrong.map(one => `${one.name}: ${one.checks.map(check => check.message).join(', ')}`).join(' · ')
}

function formatFact({ wrong, noted, ready, issued }: IssueGroups, kind: CertificateKind): string {
  const all = wrong.length + noted.length + ready.length + issued.length
  const who = kind === 'certificate' ? `${all} lulus` : `${all} tidak lulus`
  return issued.length > 0 ? `${who} · ${issued.length} sudah terbit` : who
}

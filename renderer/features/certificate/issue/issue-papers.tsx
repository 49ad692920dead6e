import { IconPrinter } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { formatCollector } from '../../../../shared/features/alumni/collection.ts'
import type {
  CertificateKind,
  IssueCandidate,
  IssueCheck,
  IssuePreparation,
} from '../../../../shared/features/certificate/contract.ts'
import type { Cohort } from '../../../../shared/features/cohort/contract.ts'
import type { CertificateId } from '../../../../shared/ids.ts'
import { type PlainDate, shortDate, yearOf } from '../../../../shared/kernel/plain-date.ts'
import { api, useCommand, useRead } from '../../../app/client.ts'
import { useHostAway } from '../../../app/desk/use-connection.ts'
import { type Action, stepActions, useActions } from '../../../ui/action/action.ts'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { ErrorNote } from '../../../ui/feedback/note.tsx'
import { CohortFrame } from '../../cohort/cohort-frame.tsx'
import { CertificateDialog, type CertificatePaper } from '../certificate-dialog.tsx'
import { kindName, kindTitle } from '../kind-labels.ts'
import { certificatePath } from './certificate-path.ts'
import { CertificateSheet } from './certificate-sheet.tsx'
import styles from './cohort-certificates.module.css'
import { cohortChecks } from './cohort-checks.tsx'
import { type Answers, answerKey, openErrors, overridableCode, overridesFor } from './issue-answers.ts'
import { ClassPapers, IssueBar } from './issue-bar.tsx'
import { ExceptionDialog, IssueDialog } from './issue-dialogs.tsx'
import { formatFact, whyNotIssue } from './issue-format.ts'
import { type IssueDraft, type IssueGroups, issuable } from './issue-groups.ts'
import { IssueList, issueKeys } from './issue-list.tsx'
import { IssueSide, useAcknowledger } from './issue-side.tsx'
import { proposalFor, useUsualCapitals } from './use-usual-capitals.ts'

interface IssuePapersProps {
  cohort: Cohort
  preparation: IssuePreparation
  groups: IssueGroups
  order: readonly IssueCandidate[]
  current: IssueCandidate
  issuedOn: PlainDate | null
  answers: Answers
  onAnswers: (answers: Answers) => void
  onDraft: (change: Partial<IssueDraft>) => void
}

/** Each person with the checks, the paper itself, and number, date and signatory beside it. */
export function IssuePapers(props: IssuePapersProps) {
  const { cohort, preparation, groups, order, current, issuedOn, answers, onAnswers, onDraft } = props
  const router = useRouter()
  const [asking, setAsking] = useState(false)
  const [paper, setPaper] = useState<CertificatePaper | null>(null)
  const [excepting, setExcepting] = useState<{ check: IssueCheck; person: IssueCandidate | null } | null>(null)
  const capitals = useUsualCapitals()
  const { kind, officerId, printPhoto } = preparation
  const [acknowledgerId, setAcknowledger] = useAcknowledger(preparation)
  const draft = { code: cohort.code, kind, officerId, acknowledgerId, printPhoto }
  const name = kindName(kind)
  const collected = useCollections(cohort.code, kind)
  const issue = useCommand(api.certificate.issue, { done: ({ issued }) => `${issued.length} ${name} terbit.` })
  const ready = issuable(groups)
  const open = ready.length + groups.wrong.length
  const at = order.indexOf(current)

  const show = (candidate: IssueCandidate) =>
    router.history.replace(certificatePath(cohort.code, kind, candidate.position))
  function step(by: 1 | -1) {
    const other = order[Math.max(0, Math.min(order.length - 1, at + by))]
    if (other) show(other)
  }
  const some = groups.issued.length > 0
  const print: Action = {
    label: some ? `Cetak ${groups.issued.length} ${name}` : 'Cetak contoh',
    hint: some ? `cetak ${name} kelas` : 'cetak contoh',
    keys: 'Ctrl P',
    icon: IconPrinter,
    tone: open > 0 ? 'secondary' : 'primary',
    run() {
      const { enrolmentId } = current
      if (some) setPaper({ what: 'class', code: cohort.code, kind })
      else if (issuedOn !== null) setPaper({ what: 'example', ...draft, issuedOn, enrolmentId })
    },
  }
  const away = useHostAway()
  const refused = away ?? whyNotIssue(preparation, issuedOn, ready, answers)
  const ask: Action = {
    label:
      groups.wrong.length > 0
        ? `Terbitkan ${open} · ${groups.wrong.length} perlu diperbaiki`
        : `Terbitkan ${open} ${name}`,
    hint: `terbitkan ${name}`,
    keys: 'Ctrl Enter',
    tone: 'primary',
    refused,
    run: () => setAsking(true),
  }
  async function issueAll() {
    if (officerId === null || issuedOn === null) return
    const enrolmentIds = ready.map(candidate => candidate.enrolmentId)
    const overrides = overridesFor(preparation, ready, answers)
    if (await issue.run({ ...draft, officerId, issuedOn, enrolmentIds, overrides })) setAsking(false)
  }

  const place = { kind, enrolmentId: current.enrolmentId }
  const [exception] = openErrors(current.checks, place, answers).filter(overridableCode)
  const odd = order.filter(person => proposalFor(person) !== undefined)
  function answer(check: IssueCheck, person: IssueCandidate | null, reason: string | null) {
    const code = overridableCode(check)
    if (!code) return
    const changed = new Map(answers)
    const key = answerKey({ kind, enrolmentId: person?.enrolmentId ?? null }, code)
    if (reason === null) changed.delete(key)
    else changed.set(key, reason)
    onAnswers(changed)
    setExcepting(null)
  }

  const [next, before] = stepActions('Orang', step, '→', '←')
  const emptyBox: Action = {
    label: 'Kotak pas foto kosong',
    keys: 'Alt K',
    run: () => onDraft({ printPhoto: false }),
  }
  useActions([
    printPhoto === true && emptyBox,
    proposalFor(current) !== undefined && {
      label: 'Ambil usul huruf besar',
      needs: 'trainee.change',
      keys: issueKeys.capitals,
      run: () => capitals.run([current]),
    },
    exception && {
      label: 'Kecualikan dengan alasan',
      keys: issueKeys.except,
      run: () => setExcepting({ check: exception, person: current }),
    },
    { ...next, also: '↓' },
    { ...before, also: '↑' },
    print,
    open > 0 && ask,
  ])

  return (
    <CohortFrame
      cohort={cohort}
      tab="certificates"
      title={open > 0 ? `Terbitkan ${name}` : kindTitle(kind)}
      facts={formatFact(groups, kind)}
      fixed
      sideWidth={240}
      side={
        <IssueSide {...{ preparation, groups, issuedOn, onDraft, acknowledgerId }} onAcknowledger={setAcknowledger} />
      }
      actions={
        <>
          <ClassPapers cohort={cohort} kind={kind} current={current} some={some} />
          <ActionButton action={print} />
        </>
      }
      bar={open > 0 && <IssueBar ask={ask} refused={refused} groups={groups} ready={ready.length} />}
    >
      <ErrorNote error={asking ? capitals.error : (issue.error ?? capitals.error)} />
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
            {...draft}
            issuedOn={issuedOn}
            candidate={current}
            place={`${current.name} · ${at + 1} dari ${order.length}`}
            onStep={step}
            onReprint={id => setPaper({ what: 'issued', id, name: current.name })}
          />
        )}
      </div>
      {issuedOn !== null && (
        <IssueDialog
          {...{ kind, ready, issuedOn }}
          opened={asking}
          error={issue.error}
          onAction={issueAll}
          onCancel={() => {
            issue.clear()
            setAsking(false)
          }}
        />
      )}
      {excepting && (
        <ExceptionDialog
          {...excepting}
          onAction={reason => answer(excepting.check, excepting.person, reason)}
          onCancel={() => setExcepting(null)}
        />
      )}
      {paper && <CertificateDialog paper={paper} onClose={() => setPaper(null)} />}
    </CohortFrame>
  )
}

/** Date and collector of each paper of a class, as text. */
function useCollections(code: string, kind: CertificateKind): ReadonlyMap<CertificateId, string> {
  const reading = useRead(api.alumni.papers, { code, kind })
  return new Map(
    (reading.data ?? []).flatMap(({ certificateId, collection }) =>
      collection === null
        ? []
        : [
            [
              certificateId,
              `Diambil ${shortDate(collection.collectedOn)} ${yearOf(collection.collectedOn)}, ${formatCollector(collection)}`,
            ],
          ],
    ),
  )
}

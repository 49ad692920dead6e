import { Box, Flex, UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { CertificateKind, IssueCandidate, IssueCheck } from '../../../../shared/features/certificate/contract.ts'
import type { CertificateId } from '../../../../shared/ids.ts'
import { LinkAction } from '../../../ui/action/action-button.tsx'
import { KeyCap } from '../../../ui/action/key-cap.tsx'
import { Badge } from '../../../ui/feedback/badge.tsx'
import { type Check, CheckList } from '../../../ui/feedback/check-list.tsx'
import { classNames } from '../../../ui/page/class-names.ts'
import layout from '../../../ui/page/layout.module.css'
import { formatMoment } from '../../../ui/page/moment-format.ts'
import { Panel } from '../../../ui/page/panel.tsx'
import { BirthPlaceField } from './birth-place-field.tsx'
import { type Answers, answerTo, openErrors, overridableCode } from './issue-answers.ts'
import type { IssueGroups } from './issue-groups.ts'
import styles from './issue-list.module.css'

interface IssueListProps {
  groups: IssueGroups
  current: IssueCandidate
  /** Checks of the class as a whole, also those that passed. */
  checks: readonly Check[]
  kind: CertificateKind
  answers: Answers
  /** Collector and date of collected papers, as text. */
  collected: ReadonlyMap<CertificateId, string>
  onCurrent: (candidate: IssueCandidate) => void
  onExcept: (check: IssueCheck, candidate: IssueCandidate) => void
  onTakeBack: (check: IssueCheck, candidate: IssueCandidate) => void
  onCapitals: (candidate: IssueCandidate) => void
  /** Corrects all unusual capitals at once; undefined if fewer than two names have them. */
  onAllCapitals: (() => void) | undefined
}

/** Everybody, problems first, then the checks of the class. */
export function IssueList(props: IssueListProps) {
  const { groups, current, checks, collected, onCurrent, onAllCapitals } = props
  const { wrong, noted, ready, issued } = groups
  const row = (candidate: IssueCandidate) => (
    <Person
      {...props}
      key={candidate.enrolmentId}
      candidate={candidate}
      collected={candidate.issued ? collected.get(candidate.issued.id) : undefined}
      here={candidate.enrolmentId === current.enrolmentId}
      onOpen={() => onCurrent(candidate)}
    />
  )
  return (
    <Panel
      flush
      fill
      title={wrong.length + noted.length + ready.length > 0 ? 'Diperiksa sebelum dicetak' : 'Yang terbit'}
      extra={
        <Flex component="span" display="inline-flex" wrap="wrap" gap="0.25rem">
          {wrong.length > 0 && <Badge tone="err" signed>{`${wrong.length} perbaiki`}</Badge>}
          {noted.length > 0 && <Badge tone="warn" signed>{`${noted.length} lihat`}</Badge>}
          {ready.length > 0 && <Badge tone="ok" signed>{`${ready.length} siap`}</Badge>}
          {onAllCapitals && (
            <LinkAction size="small" onAction={onAllCapitals}>
              Betulkan semua huruf besar
            </LinkAction>
          )}
          {issued.length > 0 && <Badge tone="info">{issued.length} terbit</Badge>}
        </Flex>
      }
    >
      <ul aria-label="Orang">{[...wrong, ...noted, ...ready, ...issued].map(row)}</ul>
      {wrong.length + noted.length + ready.length > 0 && (
        <Box p="0.75rem 1rem 1rem" bg="var(--surface)">
          <Box component="h3" mb="0.375rem" fz="0.8125rem" fw={600} lh="1.125rem">
            Kelas
          </Box>
          <CheckList compact checks={checks} label="Pemeriksaan kelas" />
        </Box>
      )}
    </Panel>
  )
}

interface PersonProps extends Omit<IssueListProps, 'current' | 'groups' | 'checks' | 'collected' | 'onCurrent'> {
  candidate: IssueCandidate
  collected: string | undefined
  here: boolean
  onOpen: () => void
}

function Person({ candidate, collected, here, kind, answers, onOpen, onExcept, onTakeBack, onCapitals }: PersonProps) {
  const element = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (here) element.current?.scrollIntoView({ block: 'nearest' })
  }, [here])
  const { issued, checks, name, traineeId } = candidate
  const place = { kind, enrolmentId: candidate.enrolmentId }
  const wrong = openErrors(checks, place, answers).length > 0
  const Sign = wrong ? IconCircleX : checks.length > 0 ? IconAlertTriangle : IconCircleCheck
  const birthPlace = checks.some(check => check.code === 'birth_place')
  return (
    <li ref={element} className={classNames(styles.person, here && styles.here)}>
      <UnstyledButton className={styles.open} aria-current={here || undefined} onClick={onOpen}>
        <Sign
          size={18}
          stroke={1.75}
          className={wrong ? layout.err : checks.length > 0 ? layout.warned : layout.ok}
          aria-hidden
        />
        <Box component="span" className={layout.cut} fz="0.84375rem" fw={600} lh="1.125rem">
          {name}
        </Box>
        {issued && <span className={styles.number}>{issued.number}</span>}
        {collected && <span className={styles.detail}>{collected}</span>}
        {checks.map(check => (
          <span
            key={check.message}
            className={classNames(styles.detail, check.level === 'warning' && !here && layout.cut)}
            title={check.message}
          >
            {check.message}
            {answerTo(check, place, answers) !== undefined && ` · dikecualikan: ${answerTo(check, place, answers)}`}
          </span>
        ))}
        {issued?.overrides?.map(override => (
          <span key={override.message} className={styles.detail}>
            Dikecualikan {override.by}, {formatMoment(override.at)}: {override.message}. {override.reason}
          </span>
        ))}
      </UnstyledButton>
      {here && !issued && (
        <div className={styles.answers}>
          {checks.map(check => (
            <CheckActions
              key={check.message}
              check={check}
              answered={answerTo(check, place, answers) !== undefined}
              onExcept={() => onExcept(check, candidate)}
              onTakeBack={() => onTakeBack(check, candidate)}
              onCapitals={() => onCapitals(candidate)}
            />
          ))}
        </div>
      )}
      {birthPlace && here && (
        <Box p="0 1rem 0.5rem 2.625rem">
          <BirthPlaceField traineeId={traineeId} name={name} />
        </Box>
      )}
      {checks.length > 0 && (wrong || here) && (
        <span className={styles.action}>
          <LinkAction size="small" path={`/peserta/${traineeId}`} label={`Buka data ${name}`}>
            Buka data
          </LinkAction>
        </span>
      )}
    </li>
  )
}

/** Keys for the checks of the current person. */
export const issueKeys = { capitals: 'A', except: 'E' }

interface CheckActionsProps {
  check: IssueCheck
  answered: boolean
  onExcept: () => void
  onTakeBack: () => void
  onCapitals: () => void
}

/** What can be done about a check on this page. */
function CheckActions({ check, answered, onExcept, onTakeBack, onCapitals }: CheckActionsProps) {
  if (check.proposal !== undefined)
    return (
      <span>
        <LinkAction needs="trainee.change" size="small" onAction={onCapitals}>
          Tulis “{check.proposal}”
        </LinkAction>{' '}
        <KeyCap>{issueKeys.capitals}</KeyCap>
      </span>
    )
  if (!overridableCode(check)) return null
  if (answered)
    return (
      <LinkAction needs="certificate.issue" size="small" onAction={onTakeBack}>
        Batalkan pengecualian
      </LinkAction>
    )
  return (
    <span>
      <LinkAction size="small" label={`Kecualikan dengan alasan: ${check.message}`} onAction={onExcept}>
        Kecualikan dengan alasan
      </LinkAction>{' '}
      <KeyCap>{issueKeys.except}</KeyCap>
    </span>
  )
}

import { UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { IssueCandidate } from '../../../shared/features/certificate/contract.ts'
import type { CertificateId } from '../../../shared/ids.ts'
import { Badge } from '../../ui/badge.tsx'
import { type Check, CheckList } from '../../ui/check-list.tsx'
import { classNames } from '../../ui/class-names.ts'
import { LinkAct } from '../../ui/link-act.tsx'
import { Panel } from '../../ui/panel.tsx'
import { BirthPlaceField } from './birth-place-field.tsx'
import type { IssueGroups } from './issue-groups.ts'
import styles from './issue-list.module.css'

export interface IssueListProps {
  groups: IssueGroups
  current: IssueCandidate
  /** What concerns the class as a whole, passed ones too. */
  checks: readonly Check[]
  /** By whom and when papers were collected, in words. */
  collected: ReadonlyMap<CertificateId, string>
  onCurrent: (candidate: IssueCandidate) => void
}

/** Everybody, the ones who need something first, then what concerns the class. */
export function IssueList({ groups, current, checks, collected, onCurrent }: IssueListProps) {
  const { wrong, noted, ready, issued } = groups
  const row = (candidate: IssueCandidate) => (
    <Person
      key={candidate.enrolmentId}
      candidate={candidate}
      collected={candidate.issued ? collected.get(candidate.issued.id) : undefined}
      here={candidate.enrolmentId === current.enrolmentId}
      onCurrent={() => onCurrent(candidate)}
    />
  )
  return (
    <Panel
      flush
      fill
      title={wrong.length + noted.length + ready.length > 0 ? 'Diperiksa sebelum dicetak' : 'Yang terbit'}
      extra={
        <span className={styles.counts}>
          {wrong.length > 0 && (
            <Badge tone="err" signed>
              {wrong.length} perbaiki
            </Badge>
          )}
          {noted.length > 0 && (
            <Badge tone="warn" signed>
              {noted.length} lihat
            </Badge>
          )}
          {ready.length > 0 && (
            <Badge tone="ok" signed>
              {ready.length} siap
            </Badge>
          )}
          {issued.length > 0 && <Badge tone="info">{issued.length} terbit</Badge>}
        </span>
      }
    >
      <ul className={styles.people} aria-label="Orang">
        {[...wrong, ...noted].map(row)}
        {[...ready, ...issued].map(row)}
      </ul>
      {wrong.length + noted.length + ready.length > 0 && (
        <div className={styles.class}>
          <h3 className={styles.title}>Kelas</h3>
          <CheckList compact checks={checks} label="Pemeriksaan kelas" />
        </div>
      )}
    </Panel>
  )
}

interface PersonProps {
  candidate: IssueCandidate
  collected: string | undefined
  here: boolean
  onCurrent: () => void
}

function Person({ candidate, collected, here, onCurrent }: PersonProps) {
  const element = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (here) element.current?.scrollIntoView({ block: 'nearest' })
  }, [here])
  const { issued, checks, name, traineeId } = candidate
  const wrong = checks.some(check => check.level === 'error')
  const Sign = wrong ? IconCircleX : checks.length > 0 ? IconAlertTriangle : IconCircleCheck
  const birthPlace = checks.some(check => check.message === 'Tempat lahir kosong')
  return (
    <li ref={element} className={classNames(styles.person, here && styles.here)}>
      <UnstyledButton className={styles.open} aria-current={here || undefined} onClick={onCurrent}>
        <Sign
          size={18}
          stroke={1.75}
          className={wrong ? styles.err : checks.length > 0 ? styles.warn : styles.ok}
          aria-hidden
        />
        <span className={styles.name}>{name}</span>
        {issued && <span className={styles.number}>{issued.number}</span>}
        {collected && <span className={styles.detail}>{collected}</span>}
        {checks.map(check => (
          <span
            key={check.message}
            className={classNames(styles.detail, check.level === 'warning' && !here && styles.short)}
            title={check.message}
          >
            {check.message}
          </span>
        ))}
      </UnstyledButton>
      {birthPlace && here && (
        <div className={styles.field}>
          <BirthPlaceField traineeId={traineeId} name={name} />
        </div>
      )}
      {checks.length > 0 && (wrong || here) && (
        <span className={styles.act}>
          <LinkAct size="small" path={`/peserta/${traineeId}`} label={`Buka data ${name}`}>
            Buka data
          </LinkAct>
        </span>
      )}
    </li>
  )
}

import { Box } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Present } from '../../../shared/features/desk/contract.ts'
import { useSession } from '../session.tsx'
import { type Place, stayAt } from './presence.ts'
import styles from './presence-chip.module.css'

/** Who else has this record open; also announces this person. Null asks and announces nothing. */
export function usePresent(subject: string | null, doing: Place['doing']): readonly Present[] {
  const { shared } = useSession()
  const [others, setOthers] = useState<readonly Present[]>([])
  useEffect(() => {
    if (shared === null || subject === null) return
    return stayAt(subject, { doing, show: setOthers })
  }, [subject, doing, shared])
  return others
}

/** Who else has this record open. Never blocks, and is not read out. */
export function PresenceChip({ subject, editing = false }: { subject: string; editing?: boolean }) {
  return <PresenceOf present={usePresent(subject, editing ? 'editing' : 'reading')} />
}

export function PresenceOf({ present }: { present: readonly Present[] }) {
  if (present.length === 0) return null
  // Whoever writes is named first: of the others it is not said.
  const editing = present.filter(other => other.doing === 'editing')
  const names = [...new Set((editing.length > 0 ? editing : present).map(({ name }) => name.split(' ')[0] ?? name))]
  return (
    <span className={styles.chip}>
      <Box component="span" flex="none" w="0.5rem" h="0.5rem" bdrs="50%" bg="var(--tinta-5)" aria-hidden />
      <span className={styles.words}>
        <strong>{names.join(' dan ')}</strong> {editing.length > 0 ? 'sedang mengubah' : 'sedang membuka'}
      </span>
    </span>
  )
}

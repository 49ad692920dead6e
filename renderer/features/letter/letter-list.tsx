import type { LetterRow } from '../../../shared/features/letter/contract.ts'
import type { LetterKey } from '../../../shared/features/letter/letter-key.ts'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import { PathLink } from '../../ui/page/path-link.tsx'
import styles from './letter-list.module.css'
import { letterPath } from './letter-path.ts'

interface LetterListProps {
  letters: readonly LetterRow[]
  current: LetterKey
  code: string | null
}

/** All letters, and whether their text was changed from that of the program. */
export function LetterList({ letters, current, code }: LetterListProps) {
  return (
    <Panel flush fill label="Daftar surat">
      <nav className={styles.list} aria-label="Surat">
        {letters.map(({ paper, title, version }) => (
          <PathLink
            key={paper}
            path={letterPath(paper, code)}
            className={styles.letter}
            aria-current={paper === current ? 'page' : undefined}
          >
            <span className={styles.title}>{title}</span>
            <span className={layout.detail}>{version === 0 ? 'Bawaan' : `Versi ${version}`}</span>
          </PathLink>
        ))}
      </nav>
    </Panel>
  )
}

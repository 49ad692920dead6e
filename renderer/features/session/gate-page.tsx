import { Box, Flex } from '@mantine/core'
import type { ReactNode } from 'react'
import { BrandMark } from '../../app/frame/brand-mark.tsx'
import { classNames } from '../../ui/page/class-names.ts'
import styles from './gate-page.module.css'

interface GatePageProps {
  title: string
  /** The dark column at the left, below the name of the program. */
  aside: ReactNode
  /** Above the title. */
  lead?: ReactNode
  children: ReactNode
  /** The bar at the foot. */
  bar?: ReactNode
  /** Title large and without room above: for a page that says one thing. */
  plain?: boolean
}

/** A page that stands in front of the program: no sidebar, because there is nowhere to go yet. */
export function GatePage({ title, aside, lead, children, bar, plain = false }: GatePageProps) {
  return (
    <div className={classNames(styles.gate, plain && styles.plain)}>
      <aside className={styles.aside} aria-label="Tentang halaman ini">
        <Flex align="center" gap="0.75rem" c="#fff" fz="1.625rem" fw={600} lts="-0.012em" lh="1.875rem">
          <BrandMark size={22} />
          <span>Balai</span>
        </Flex>
        {aside}
      </aside>
      <main className={styles.main}>
        <div className={styles.body}>
          {lead !== undefined && (
            <Box component="p" mb="0.25rem" c="var(--ink-2)" fz="0.75rem" fw={500} lh="1.125rem">
              {lead}
            </Box>
          )}
          <Box
            component="h1"
            mb={plain ? '1.5rem' : '1rem'}
            fz={plain ? '1.625rem' : '1.5rem'}
            fw={600}
            lts="-0.015em"
            lh="2rem"
          >
            {title}
          </Box>
          {children}
        </div>
        {bar}
      </main>
    </div>
  )
}

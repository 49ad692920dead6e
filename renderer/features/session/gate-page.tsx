import { Box, Flex } from '@mantine/core'
import type { ReactNode } from 'react'
import { BrandMark } from '../../app/frame/brand-mark.tsx'
import { classNames } from '../../ui/page/class-names.ts'
import styles from './gate-page.module.css'

interface GatePageProps {
  title: string
  /** The dark column at the left. */
  aside: ReactNode
  /** Shown above the title. */
  lead?: ReactNode
  children: ReactNode
  /** The bar at the bottom. */
  bar?: ReactNode
  /** Large title without space above, for a page with one message. */
  plain?: boolean
  /** In a small window the dark column has only its steps, without details. */
  discs?: boolean
}

/** A page in front of the program, without the sidebar. */
export function GatePage({ title, aside, lead, children, bar, plain = false, discs = false }: GatePageProps) {
  return (
    <div className={classNames(styles.gate, plain && styles.plain, discs && styles.discs)}>
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

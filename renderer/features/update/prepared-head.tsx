import { Box, Flex } from '@mantine/core'
import { IconCircleCheck, IconPackage } from '@tabler/icons-react'
import type { PreparedUpdate } from '../../../shared/features/update/contract.ts'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import styles from './prepared-head.module.css'

const megabyte = 1024 * 1024

/** The prepared version, its source, and the installed version. */
export function PreparedHead({ prepared, present }: { prepared: PreparedUpdate; present: string }) {
  const { version, source, bytes, when } = prepared
  return (
    <Panel label={`Balai ${version}`}>
      <Flex align="center" gap="0.875rem">
        <span className={styles.sign}>
          <IconPackage size={22} stroke={1.5} aria-hidden />
        </span>
        <div>
          <Box component="h2" fz="1.25rem" fw={600} lh="1.625rem">
            {when === 'closing' ? `Balai ${version} dipasang saat ditutup` : `Balai ${version} siap dipasang`}
          </Box>
          <p className={layout.note}>
            dari {source}, {Math.max(1, Math.round(bytes / megabyte))} MB ·{' '}
            <span className={styles.signed}>
              <IconCircleCheck size={15} aria-hidden /> tanda tangan penerbit cocok
            </span>
          </p>
        </div>
        <p className={styles.present}>
          sekarang <strong>{present}</strong>
        </p>
      </Flex>
    </Panel>
  )
}

import { Box, Flex } from '@mantine/core'
import { useState } from 'react'
import type { HomeOverview } from '../../../shared/features/home/contract.ts'
import { shortDate, yearOf } from '../../../shared/kernel/plain-date.ts'
import { LinkAction } from '../../ui/action/action-button.tsx'
import { AllDone } from '../../ui/feedback/all-done.tsx'
import { ValidityBadge } from '../../ui/feedback/badge.tsx'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import { PathLink } from '../../ui/page/path-link.tsx'
import styles from './expiring-panel.module.css'

/** More would push the weeks off a 1366 screen; a link shows the rest. */
const shown = 2

/** Credentials that end within half a year, soonest first. */
export function ExpiringPanel({ expiring }: { expiring: HomeOverview['expiring'] }) {
  const [all, setAll] = useState(false)
  const more = expiring.length - shown
  return (
    <Panel
      title="Sertifikat BNSP"
      extra={
        more > 0 && (
          <LinkAction size="small" onAction={() => setAll(!all)}>
            {all ? 'Ringkas' : `${more} lagi ≤ 180 hari`}
          </LinkAction>
        )
      }
    >
      {expiring.length === 0 ? (
        <AllDone>Tidak ada yang berakhir dalam 180 hari.</AllDone>
      ) : (
        <Flex component="ul" direction="column" gap="0.625rem">
          {expiring.slice(0, all ? undefined : shown).map(person => (
            <Flex
              component="li"
              key={`${person.path} ${person.validUntil}`}
              align="flex-start"
              gap="0.75rem"
              fz="0.8125rem"
              lh="1.125rem"
            >
              <Box miw={0} flex="1 1 auto">
                <PathLink path={person.path} className={layout.nameLink}>
                  {person.name}
                </PathLink>
                <p className={styles.detail} data-urgent={person.endangers || person.daysLeft <= 1 || undefined}>
                  {person.detail}
                </p>
              </Box>
              <Flex flex="none" direction="column" align="flex-end" gap="2px">
                <span>
                  {shortDate(person.validUntil)} {yearOf(person.validUntil)}
                </span>
                <ValidityBadge daysLeft={person.daysLeft} />
              </Flex>
            </Flex>
          ))}
        </Flex>
      )}
    </Panel>
  )
}

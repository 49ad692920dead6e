import { MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import 'dayjs/locale/id'
import type { ReactNode } from 'react'
import { queryClient } from './query-client.ts'
import { theme, themeVariables } from './theme.ts'

/** Look, language, toasts and what was read from the backend, around the whole program. */
export function Providers({ children }: { children: ReactNode }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={themeVariables} forceColorScheme="light">
      <DatesProvider settings={{ locale: 'id', firstDayOfWeek: 1, weekendDays: [] }}>
        {/* At the left: what is pressed next stands at the right foot of pages, dialogs and drawers. */}
        <Notifications position="bottom-left" limit={3} zIndex={400} containerWidth="26rem" />
        <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
      </DatesProvider>
    </MantineProvider>
  )
}

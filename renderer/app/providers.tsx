import { MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import 'dayjs/locale/id'
import type { ReactNode } from 'react'
import { ToastPlace } from '../ui/feedback/toast-place.tsx'
import { theme, themeVariables } from './theme.ts'

/**
 * Queries are read again after every command (use-command.ts), when a page opens and when the window gets the focus. Nothing is cached for a page
 * that was left: a form opened on old values would write them back. Reading is cheap because the backend is on this computer. No retries: it needs no
 * network, so a second try would fail too.
 */
const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, staleTime: 0, gcTime: 0, refetchOnReconnect: false },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** Theme, language, toasts and query cache around the whole program. */
export function Providers({ children }: { children: ReactNode }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={themeVariables} forceColorScheme="light">
      <DatesProvider settings={{ locale: 'id', firstDayOfWeek: 1, weekendDays: [] }}>
        <ToastPlace floating />
        <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
      </DatesProvider>
    </MantineProvider>
  )
}

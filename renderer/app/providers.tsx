import { MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import 'dayjs/locale/id'
import type { ReactNode } from 'react'
import { ToastPlace } from '../ui/feedback/toast-place.tsx'
import { theme, themeVariables } from './theme.ts'

/**
 * Read again after every command (use-command.ts), when a page opens and when the window comes back to the front.
 * Nothing is kept for a page that was left: a form that opened on old values would write them back. The backend sits on
 * this computer, so reading costs nothing; it answers without network, and a second try brings nothing new.
 */
const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, staleTime: 0, gcTime: 0, refetchOnReconnect: false },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** Look, language, toasts and what was read from the backend, around the whole program. */
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

import { QueryClient } from '@tanstack/react-query'

/**
 * Read again after every command (use-command.ts), when a page opens and when the window comes back to the front.
 * Nothing is kept for a page that was left: a form that opened on old values would write them back. The backend sits on
 * this computer, so reading costs nothing; it answers without network, and a second try brings nothing new.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, staleTime: 0, gcTime: 0, refetchOnReconnect: false },
    mutations: { networkMode: 'always', retry: false },
  },
})

import { QueryClient } from '@tanstack/react-query'

/**
 * Read again after every command (use-command.ts), when a page opens and when the window comes back to the front.
 * The backend sits on this computer: without network it answers all the same, and a second try brings nothing new.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, staleTime: 0, refetchOnReconnect: false },
    mutations: { networkMode: 'always', retry: false },
  },
})

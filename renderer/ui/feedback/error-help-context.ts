import { type ComponentType, createContext } from 'react'

/** What offers a way out beside an error; the frame gives it, because only it knows the guide. */
export const ErrorHelpContext = createContext<ComponentType<{ message: string }> | null>(null)

import { type ComponentType, createContext } from 'react'

/** Component that links an error to its help. Provided by the frame, because only it knows the guide. */
export const ErrorHelpContext = createContext<ComponentType<{ message: string }> | null>(null)

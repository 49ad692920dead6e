/** Of the network that this computer is in: let through, kept out, or a public one, in which no house should be. */
export type FirewallReading = { state: 'allowed' | 'public' | 'blocked'; network: string }

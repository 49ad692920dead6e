/** Firewall state of the present network: allowed, blocked, or a public network, where no host should be open. */
export type FirewallReading = { state: 'allowed' | 'public' | 'blocked'; network: string }

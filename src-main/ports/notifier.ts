/** A message of the operating system for a person who looks at another window. Silent where the host has none. */
export type Notifier = { readonly notify: (title: string, body: string) => Promise<void> };

type Found = { readonly url: string; readonly format: 'module' | 'module-typescript' };
export declare const createQuickResolve: (root: URL) => (specifier: string, parent?: string) => Found | null;

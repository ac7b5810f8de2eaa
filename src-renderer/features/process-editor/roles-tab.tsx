import type { OutputOf } from '#shared/contract/index.ts';
import { editorTexts } from '#renderer/text/editor-texts.ts';
import { ScrollColumn } from '#renderer/ui/scroll-column.tsx';
import styles from './process-editor.module.css';

const t = editorTexts.roles;

/** Who stands behind each role of the process. */
export const RolesTab = ({ roles }: { readonly roles: OutputOf<'processes.get'>['roles'] }) => (
  <ScrollColumn label={t.caption}>
    <p className={styles.hint}>{t.hint}</p>
    <table className={styles.wide}>
      <caption className={styles.caption}>{t.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.role}</th>
          <th scope="col">{t.people}</th>
        </tr>
      </thead>
      <tbody>
        {roles.map(({ code, title, people }) => (
          <tr key={code}>
            <th scope="row">{title}</th>
            <td className={people.length === 0 ? styles.blocks : undefined}>
              {people.length === 0 ? t.nobody : people.join(', ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollColumn>
);

import type { ProcessDefinition } from '#shared/domain/process/definition.ts';
import { requireField } from '#shared/domain/process/edit-definition.ts';
import { editorTexts } from '#renderer/text/editor-texts.ts';
import type { Change } from './use-editor.ts';
import styles from './process-editor.module.css';

const t = editorTexts.fields;

type FieldsTabProps = { readonly definition: ProcessDefinition; readonly onChange: Change };

/** Which fields each stage asks for, as a table of boxes. */
export const FieldsTab = ({ definition, onChange }: FieldsTabProps) => {
  const { fields, stages } = definition;
  return (
    <div className={styles.scroll}>
      <p className={styles.hint}>{t.hint}</p>
      <table className={styles.matrix}>
        <caption className={styles.caption}>{t.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.field}</th>
            {stages.map(({ code, title }) => (
              <th key={code} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields.map(({ code, label }, row) => (
            <tr key={code}>
              <th scope="row">{label}</th>
              {stages.map((stage, column) => {
                const known = stage.requires?.find(({ field }) => field === code);
                return (
                  <td key={stage.code} title={known?.when === undefined ? undefined : t.conditional}>
                    <input
                      className={styles.box}
                      type="checkbox"
                      data-zone={row === 0 && column === 0 ? 'list' : undefined}
                      tabIndex={0}
                      aria-label={t.required(label, stage.title)}
                      checked={known !== undefined}
                      onChange={(event) => {
                        const isOn = event.currentTarget.checked;
                        onChange((before) => requireField(before, stage.code, code, isOn));
                      }}
                    />
                    {known?.when !== undefined && '*'}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

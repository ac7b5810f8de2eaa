import type { RecordCard } from '#renderer/parts/process/shapes.ts';
import styles from './records.module.css';

type Set = RecordCard['sets'][number];

/** Things of a record that are many: lines with their cost, carriers with their offers. */
export const RecordSet = ({ set: { columns, rows } }: { readonly set: Set }) => (
  <div className={styles.scroll}>
    <table className={styles.set}>
      <thead>
        <tr>
          {columns.map(({ title, isNumber }) => (
            <th key={title} className={isNumber ? styles.figure : undefined} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={`${row[0] ?? ''} ${index}`}>
            {row.map((cell, place) => (
              <td key={columns[place]?.title ?? place} className={columns[place]?.isNumber ? styles.figure : undefined}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

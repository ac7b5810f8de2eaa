import { useEffect, useState } from 'react';
import styles from './skeleton.module.css';

const PATIENCE_MS = 150;

/** Grey lines in place of data that is late. Under 150 ms nothing appears: a flash is worse than a pause. */
export const Skeleton = ({ lines = 3 }: { readonly lines?: number }) => {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <div className={styles.skeleton} aria-hidden="true">
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className={styles.line} />
      ))}
    </div>
  );
};

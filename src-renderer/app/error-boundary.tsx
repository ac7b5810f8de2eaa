import { Component, type ReactNode } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { appTexts } from '#renderer/text/app-texts.ts';
import styles from './error-boundary.module.css';

type ErrorBoundaryProps = {
  readonly children: ReactNode;
  /** A new key (an address) forgets the failure. */
  readonly resetKey: string;
};

type ErrorBoundaryState = { readonly failure: { readonly message: string } | null };

/** A screen that broke leaves the frame alive: the person opens it again or goes elsewhere. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { failure: null };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { failure: { message: error instanceof Error ? error.message : String(error) } };
  }

  override componentDidUpdate(before: ErrorBoundaryProps) {
    if (before.resetKey !== this.props.resetKey && this.state.failure) this.reset();
  }

  private readonly reset = () => this.setState({ failure: null });

  override render() {
    const { failure } = this.state;
    if (!failure) return this.props.children;
    return (
      <div className={styles.place}>
        <ErrorPanel
          tone="blocks"
          title={appTexts.broken.title}
          incident={failure.message}
          actions={
            <Button size="s" variant="mend" onClick={this.reset}>
              {appTexts.broken.again}
            </Button>
          }
        >
          {appTexts.broken.safe}
        </ErrorPanel>
      </div>
    );
  }
}

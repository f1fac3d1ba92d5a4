import { Component, type ComponentChildren } from 'preact';

interface Props {
  children: ComponentChildren;
  /** What stands in the place of what failed. */
  instead?: ComponentChildren;
  /** Of what: once it is something else that is drawn, it is tried again. */
  of?: unknown;
}

/** Keeps what throws while it is drawn, or in an effect, from taking everything around it along. */
export class Guard extends Component<Props, { failed?: boolean }> {
  override componentDidCatch(error: unknown) {
    // Caught here, it would be lost to whoever looks for the cause.
    queueMicrotask(() => {
      throw error;
    });
    this.setState({ failed: true });
  }

  override componentDidUpdate(before: Props) {
    if (before.of !== this.props.of && this.state.failed) this.setState({ failed: false });
  }

  render({ children, instead }: Props, { failed }: { failed?: boolean }) {
    // For watch.ts, which says so.
    return failed ? [<i key="" data-failed="" hidden />, instead] : children;
  }
}

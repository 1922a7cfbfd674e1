package dev.activations.benchmarks.peers.onednn;

import org.bytedeco.dnnl.global.dnnl;

/** What every call of oneDNN returns. */
final class Status {
  private Status() {}

  static void require(int status, String what) {
    if (status != dnnl.dnnl_success) {
      throw new IllegalStateException("oneDNN refused " + what + " with status " + status);
    }
  }
}

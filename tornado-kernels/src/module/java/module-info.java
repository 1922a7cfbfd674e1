/**
 * The backend for TornadoVM's devices, and its kernels for task graphs of your own.
 *
 * <p>TornadoVM comes from the module path of its SDK, and only where there is one. The module is
 * open, since TornadoVM looks into the code of kernels. The CPU computes what is too small for a
 * device.
 */
open module dev.activations.tornado {
  requires transitive dev.activations.api;
  requires dev.activations;
  requires static org.jspecify;
  requires static tornado.api;

  exports dev.activations.tornado.functions;
  exports dev.activations.tornado.kernels;

  provides dev.activations.BackendProvider with
      dev.activations.tornado.TornadoBackendProvider;
}

package dev.activations.cpu;

import dev.activations.Backend;
import dev.activations.BackendInfo;
import dev.activations.BackendOptions;
import dev.activations.BackendProvider;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;

/** Stands where the CPU backend is, which is built after this module and found by this name. */
public final class CpuBackendProvider implements BackendProvider {
  /** Called by name. */
  public CpuBackendProvider() {}

  @Override
  public String family() {
    return "cpu";
  }

  @Override
  public List<BackendInfo> list() {
    return Collections.singletonList(
        BackendInfo.usable("cpu", BackendInfo.Device.CPU, "a stand-in"));
  }

  /** One that has a name, can be closed, and computes nothing. */
  @Override
  public Backend open(String selector, BackendOptions options) {
    if (!selector.equals("cpu")) {
      throw new IllegalArgumentException(
          "no backend is called '" + selector + "': the stand-in is 'cpu'");
    }
    return (Backend)
        Proxy.newProxyInstance(
            CpuBackendProvider.class.getClassLoader(),
            new Class<?>[] {Backend.class},
            (proxy, method, arguments) -> {
              switch (method.getName()) {
                case "name":
                  return selector;
                case "close":
                  return null;
                default:
                  throw new UnsupportedOperationException(method.toString());
              }
            });
  }
}

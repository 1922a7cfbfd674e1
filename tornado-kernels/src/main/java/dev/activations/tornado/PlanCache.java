package dev.activations.tornado;

import dev.activations.tornado.Program.Operand;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/**
 * The plans of a device, the least recently used one first. A plan is bound to arrays, so there are
 * two sorts of it:
 *
 * <ul>
 *   <li>one bound to the arrays of tensors, which runs without a copy on the host. The first plan
 *       of a program and capacity is one of these; arrays that come again and again get one too;
 *   <li>a staging one with arrays of its own, one for each program and capacity, which everything
 *       else goes through with a copy in and a copy out.
 * </ul>
 */
final class PlanCache {
  /** A plan costs 0.4 s to compile: as much as some hundred copies of a megabyte. */
  private static final int USES_BEFORE_BINDING = 64;

  private final int mostPlans;
  private final long mostBytes;

  /** In the order of use; a key is a {@link Bound} or a {@link Staging}. */
  private final LinkedHashMap<Object, CompiledPlan> plans = new LinkedHashMap<>(16, 0.75f, true);

  private final LinkedHashMap<Bound, Integer> staged =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Bound, Integer> eldest) {
          return size() > 4 * mostPlans;
        }
      };

  PlanCache(int mostPlans, long mostBytes) {
    this.mostPlans = mostPlans;
    this.mostBytes = mostBytes;
  }

  /** What a plan serves: a program over operands of certain capacities. */
  private record Staging(String program, List<Integer> capacities) {}

  /** A program over certain arrays. */
  private record Bound(Staging shape, List<Same> identities) {}

  /** An array by its identity, which it does not keep alive: plans do. */
  private static final class Same extends WeakReference<FloatArray> {
    private final int hash;

    Same(FloatArray array) {
      super(array);
      hash = System.identityHashCode(array);
    }

    @Override
    public boolean equals(Object other) {
      return other == this || (other instanceof Same same && get() != null && same.refersTo(get()));
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  /** The plan for a call on these arrays: bound to them, or one that stages. */
  synchronized CompiledPlan find(Program program, Program.Arrays arrays) {
    Bound bound = bound(program, arrays);
    CompiledPlan plan = plans.get(bound);
    if (plan != null) {
      return plan;
    }
    boolean first = plans.keySet().stream().noneMatch(key -> serves(key, bound.shape()));
    // No plan is thrown out for one that saves a copy: with more arrays than plans, each would
    // throw out another for ever.
    boolean room = plans.size() < mostPlans / 2;
    if (first || (staged.merge(bound, 1, Integer::sum) > USES_BEFORE_BINDING && room)) {
      staged.remove(bound);
      return add(bound, new CompiledPlan(program, arrays));
    }
    return staging(program, bound.shape());
  }

  /** The plan that stages operands of these capacities. */
  synchronized CompiledPlan staging(Program program, Map<Operand, Integer> capacities) {
    List<Integer> sizes = new ArrayList<>();
    for (Operand operand : program.operands()) {
      if (!operand.staysOnDevice()) {
        sizes.add(capacities.get(operand));
      }
    }
    return staging(program, new Staging(program.key(), sizes));
  }

  private CompiledPlan staging(Program program, Staging key) {
    CompiledPlan plan = plans.get(key);
    if (plan != null) {
      return plan;
    }
    Map<Operand, Integer> capacities = new EnumMap<>(Operand.class);
    Iterator<Integer> sizes = key.capacities().iterator();
    for (Operand operand : program.operands()) {
      if (!operand.staysOnDevice()) {
        capacities.put(operand, sizes.next());
      }
    }
    return add(key, new CompiledPlan(program, capacities));
  }

  private static boolean serves(Object key, Staging shape) {
    return key.equals(shape) || (key instanceof Bound bound && bound.shape().equals(shape));
  }

  private static Bound bound(Program program, Program.Arrays arrays) {
    List<Integer> capacities = new ArrayList<>();
    List<Same> identities = new ArrayList<>();
    for (Operand operand : program.operands()) {
      if (!operand.staysOnDevice()) {
        capacities.add(arrays.get(operand).getSize());
        identities.add(new Same(arrays.get(operand)));
      }
    }
    return new Bound(new Staging(program.key(), capacities), identities);
  }

  private CompiledPlan add(Object key, CompiledPlan plan) {
    plans.put(key, plan);
    return plan;
  }

  /** Takes out a plan that failed. */
  synchronized void remove(CompiledPlan plan) {
    plans.values().remove(plan);
  }

  /**
   * Takes out, oldest first, what is beyond the limits and not in use, but not the one used last: a
   * call that comes again would compile it again. The caller closes them; it holds their locks.
   */
  synchronized List<CompiledPlan> surplus() {
    return take(mostPlans, mostBytes, 1);
  }

  /** Takes out all that is not in use; the caller closes them and holds their locks. */
  synchronized List<CompiledPlan> idle() {
    return take(0, 0, 0);
  }

  /** Takes out the one that was not used for longest, in use or not. */
  synchronized Optional<CompiledPlan> oldest() {
    Optional<CompiledPlan> oldest = plans.values().stream().findFirst();
    oldest.ifPresent(plans.values()::remove);
    return oldest;
  }

  private List<CompiledPlan> take(int keptPlans, long keptBytes, int newest) {
    List<CompiledPlan> out = new ArrayList<>();
    long bytes = plans.values().stream().mapToLong(CompiledPlan::deviceBytes).sum();
    Iterator<CompiledPlan> oldest = plans.values().iterator();
    int count = plans.size();
    for (int left = count - newest; left > 0 && (count > keptPlans || bytes > keptBytes); left--) {
      CompiledPlan plan = oldest.next();
      // Held until it is closed: nobody can start to use it in between.
      if (plan.lock().tryLock()) {
        oldest.remove();
        out.add(plan);
        count--;
        bytes -= plan.deviceBytes();
      }
    }
    return out;
  }

  synchronized int size() {
    return plans.size();
  }
}

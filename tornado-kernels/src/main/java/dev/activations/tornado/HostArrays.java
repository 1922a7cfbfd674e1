package dev.activations.tornado;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/**
 * Bulk copies into and out of TornadoVM's arrays. The real ones lie in a {@code MemorySegment},
 * which JDK 17 does not know, so it is reached by reflection and seen through a {@link
 * FloatBuffer}; the simulator's offer such a buffer themselves.
 */
final class HostArrays {
  /** A buffer has at most 2^31 - 1 bytes. */
  private static final int LONGEST_VIEW = 1 << 28;

  private static final Views VIEWS = views();

  private HostArrays() {}

  private interface Views {
    FloatBuffer of(FloatArray array, int from, int count);
  }

  /** Fails where the arrays of this TornadoVM cannot be copied. */
  static void check() {
    VIEWS.of(new FloatArray(1), 0, 1);
  }

  static void copyIn(FloatBuffer source, FloatArray target, int targetFrom) {
    for (int from = targetFrom; source.hasRemaining(); ) {
      int count = Math.min(LONGEST_VIEW, source.remaining());
      FloatBuffer part = source.slice();
      part.limit(count);
      VIEWS.of(target, from, count).put(part);
      source.position(source.position() + count);
      from += count;
    }
  }

  static void copyOut(FloatArray source, int sourceFrom, FloatBuffer target, int count) {
    for (int done = 0; done < count; ) {
      int part = Math.min(LONGEST_VIEW, count - done);
      target.put(VIEWS.of(source, sourceFrom + done, part));
      done += part;
    }
  }

  static void copy(
      FloatArray source, int sourceFrom, FloatArray target, int targetFrom, int count) {
    for (int done = 0; done < count; ) {
      int part = Math.min(LONGEST_VIEW, count - done);
      VIEWS.of(target, targetFrom + done, part).put(VIEWS.of(source, sourceFrom + done, part));
      done += part;
    }
  }

  static void fill(FloatArray target, int count, float value) {
    float[] block = new float[Math.min(count, 4096)];
    Arrays.fill(block, value);
    for (int done = 0; done < count; ) {
      int part = Math.min(block.length, count - done);
      VIEWS.of(target, done, part).put(block, 0, part);
      done += part;
    }
  }

  private static Views views() {
    try {
      return segments();
    } catch (ReflectiveOperationException noSegments) {
      try {
        return simulated();
      } catch (ReflectiveOperationException neither) {
        neither.addSuppressed(noSegments);
        throw new IllegalStateException(
            "TornadoVM's FloatArray has no getSegment() that gives a MemorySegment", neither);
      }
    }
  }

  private static Views segments() throws ReflectiveOperationException {
    Method getSegment = FloatArray.class.getMethod("getSegment");
    Class<?> segmentType = getSegment.getReturnType();
    MethodHandles.Lookup lookup = MethodHandles.publicLookup();
    MethodHandle segment =
        lookup.unreflect(getSegment).asType(methodType(Object.class, FloatArray.class));
    MethodHandle slice =
        lookup
            .unreflect(segmentType.getMethod("asSlice", long.class, long.class))
            .asType(methodType(Object.class, Object.class, long.class, long.class));
    MethodHandle bytes =
        lookup
            .unreflect(segmentType.getMethod("asByteBuffer"))
            .asType(methodType(ByteBuffer.class, Object.class));
    return (array, from, count) -> {
      try {
        Object part = slice.invokeExact((Object) segment.invokeExact(array), from * 4L, count * 4L);
        return ((ByteBuffer) bytes.invokeExact(part))
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
      } catch (RuntimeException | Error thrown) {
        throw thrown;
      } catch (Throwable checked) {
        throw new IllegalStateException(checked);
      }
    };
  }

  private static Views simulated() throws ReflectiveOperationException {
    MethodHandle buffer =
        MethodHandles.publicLookup()
            .unreflect(
                Class.forName("dev.activations.simulator.HostMemory")
                    .getMethod("buffer", FloatArray.class));
    return (array, from, count) -> {
      try {
        FloatBuffer all = (FloatBuffer) buffer.invokeExact(array);
        all.position(from).limit(from + count);
        return all.slice();
      } catch (RuntimeException | Error thrown) {
        throw thrown;
      } catch (Throwable checked) {
        throw new IllegalStateException(checked);
      }
    };
  }

  private static MethodType methodType(Class<?> result, Class<?>... parameters) {
    return MethodType.methodType(result, parameters);
  }
}

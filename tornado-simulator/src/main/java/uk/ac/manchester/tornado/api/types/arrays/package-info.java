/** Arrays that a device can hold. */
package uk.ac.manchester.tornado.api.types.arrays;

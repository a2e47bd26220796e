/**
 * The failures this service knows: {@link org.w3id.trilateral.fault.Fault} names the kind,
 * {@link org.w3id.trilateral.fault.TrilateralException} carries one to the surface that translates it.
 *
 * <p>Uses nothing; knows neither RDF nor HTTP nor the command line.
 */
package org.w3id.trilateral.fault;
